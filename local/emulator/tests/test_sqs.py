POLICY = '{"redrivePermission":"denyAll"}'


def test_a_redrive_allow_policy_is_kept(account, refused) -> None:
    sqs = account.client("sqs")
    url = sqs.create_queue(QueueName="dead", Attributes={"RedriveAllowPolicy": POLICY})["QueueUrl"]
    for names in (["All"], ["RedriveAllowPolicy"]):
        assert sqs.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]["RedriveAllowPolicy"] == POLICY
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"RedriveAllowPolicy": ""})
    assert "RedriveAllowPolicy" not in sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    sqs.delete_queue(QueueUrl=url)
    missing = {"QueueUrl": url, "AttributeNames": ["RedriveAllowPolicy"]}
    assert refused(sqs.get_queue_attributes, **missing).endswith(("QueueDoesNotExist", "NonExistentQueue"))


def test_a_redrive_policy_is_returned_letter_by_letter(account) -> None:
    sqs = account.client("sqs")
    dead = sqs.create_queue(QueueName="dead")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=dead, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    policy = f'{{"deadLetterTargetArn":"{arn}","maxReceiveCount":5}}'
    url = sqs.create_queue(QueueName="crawl", Attributes={"RedrivePolicy": policy})["QueueUrl"]
    assert sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["RedrivePolicy"])["Attributes"]["RedrivePolicy"] == policy
