ALIAS = "alias/lake"


def test_a_key_is_found_by_the_alias_arn_and_the_key_arn_of_another_account(account, other) -> None:
    owner, reader = account.client("kms"), other.client("kms")
    key = owner.create_key()["KeyMetadata"]
    owner.create_alias(AliasName=ALIAS, TargetKeyId=key["KeyId"])
    alias_arn = f"arn:aws:kms:eu-central-1:{account.id}:{ALIAS}"
    for name in (alias_arn, key["Arn"]):
        found = reader.describe_key(KeyId=name)["KeyMetadata"]
        assert (found["Arn"], found["AWSAccountId"]) == (key["Arn"], account.id)


def test_names_without_an_account_stay_in_the_callers_account(account, other, refused) -> None:
    key = account.client("kms").create_key()["KeyMetadata"]
    account.client("kms").create_alias(AliasName=ALIAS, TargetKeyId=key["KeyId"])
    assert refused(other.client("kms").describe_key, KeyId=ALIAS) == "NotFoundException"
    assert refused(other.client("kms").describe_key, KeyId=key["KeyId"]) == "NotFoundException"


def test_an_alias_that_the_other_account_lacks_is_not_found(account, other, refused) -> None:
    missing = f"arn:aws:kms:eu-central-1:{account.id}:alias/none"
    assert refused(other.client("kms").describe_key, KeyId=missing) == "NotFoundException"


def test_an_arn_of_another_region_is_not_found(account, other, refused) -> None:
    key = account.client("kms").create_key()["KeyMetadata"]
    elsewhere = f"arn:aws:kms:eu-west-1:{account.id}:key/{key['KeyId']}"
    assert refused(other.client("kms").describe_key, KeyId=elsewhere) == "NotFoundException"


def test_another_account_encrypts_and_decrypts_with_the_key(account, other) -> None:
    arn = account.client("kms").create_key()["KeyMetadata"]["Arn"]
    kms = other.client("kms")
    blob = kms.encrypt(KeyId=arn, Plaintext=b"row")["CiphertextBlob"]
    assert kms.decrypt(KeyId=arn, CiphertextBlob=blob)["Plaintext"] == b"row"


def test_the_rotation_period_is_returned_while_rotation_is_on(account, refused) -> None:
    kms = account.client("kms")
    key = kms.create_key()["KeyMetadata"]["KeyId"]
    assert "RotationPeriodInDays" not in kms.get_key_rotation_status(KeyId=key)
    kms.enable_key_rotation(KeyId=key)
    assert kms.get_key_rotation_status(KeyId=key)["RotationPeriodInDays"] == 365
    kms.enable_key_rotation(KeyId=key, RotationPeriodInDays=180)
    assert kms.get_key_rotation_status(KeyId=key)["RotationPeriodInDays"] == 180
    assert refused(kms.enable_key_rotation, KeyId=key, RotationPeriodInDays=2561) == "ValidationException"
