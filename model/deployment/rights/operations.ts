import type { Rights } from "./right";

/** Logs, alarms, messages and the trail. https://docs.aws.amazon.com/service-authorization/latest/reference/ */
export const OPERATIONS: Rights = {
  aws_cloudtrail: [
    {
      on: "trails",
      read: [
        "cloudtrail:GetEventSelectors",
        "cloudtrail:GetInsightSelectors",
        "cloudtrail:GetTrail",
        "cloudtrail:GetTrailStatus",
        "cloudtrail:ListTags",
      ],
      write: [
        "cloudtrail:AddTags",
        "cloudtrail:CreateTrail",
        "cloudtrail:DeleteTrail",
        "cloudtrail:PutEventSelectors",
        "cloudtrail:RemoveTags",
        "cloudtrail:StartLogging",
        "cloudtrail:StopLogging",
        "cloudtrail:UpdateTrail",
      ],
    },
    { on: "account", read: ["cloudtrail:DescribeTrails"] },
  ],
  aws_cloudwatch_dashboard: [
    {
      on: "dashboards",
      read: ["cloudwatch:GetDashboard"],
      write: ["cloudwatch:DeleteDashboards", "cloudwatch:PutDashboard"],
    },
  ],
  aws_cloudwatch_log_group: [
    { on: "account", read: ["logs:DescribeLogGroups"] },
    {
      on: "logGroups",
      read: ["logs:ListTagsForResource"],
      write: [
        "logs:AssociateKmsKey",
        "logs:CreateLogGroup",
        "logs:DeleteLogGroup",
        "logs:DeleteRetentionPolicy",
        "logs:DisassociateKmsKey",
        "logs:PutRetentionPolicy",
        "logs:TagResource",
        "logs:UntagResource",
      ],
    },
  ],
  aws_cloudwatch_log_metric_filter: [
    {
      on: "logGroups",
      read: ["logs:DescribeMetricFilters"],
      write: ["logs:DeleteMetricFilter", "logs:PutMetricFilter"],
    },
  ],
  aws_cloudwatch_log_subscription_filter: [
    {
      on: "logGroups",
      read: ["logs:DescribeSubscriptionFilters"],
      write: ["logs:DeleteSubscriptionFilter", "logs:PutSubscriptionFilter"],
    },
  ],
  aws_cloudwatch_metric_alarm: [
    {
      on: "alarms",
      read: ["cloudwatch:DescribeAlarms", "cloudwatch:ListTagsForResource"],
      write: [
        "cloudwatch:DeleteAlarms",
        "cloudwatch:PutMetricAlarm",
        "cloudwatch:TagResource",
        "cloudwatch:UntagResource",
      ],
    },
  ],
  aws_sns_topic: [
    {
      on: "topics",
      read: ["sns:GetTopicAttributes", "sns:ListTagsForResource"],
      write: ["sns:CreateTopic", "sns:DeleteTopic", "sns:SetTopicAttributes", "sns:TagResource", "sns:UntagResource"],
    },
  ],
  aws_sns_topic_policy: [{ on: "topics", read: ["sns:GetTopicAttributes"], write: ["sns:SetTopicAttributes"] }],
  aws_sns_topic_subscription: [
    {
      on: "topics",
      read: ["sns:GetSubscriptionAttributes", "sns:ListSubscriptionsByTopic"],
      write: ["sns:SetSubscriptionAttributes", "sns:Subscribe"],
    },
    // A subscription that nobody confirmed has no ARN to be limited by.
    { on: "account", write: ["sns:Unsubscribe"] },
  ],
  aws_sqs_queue: [
    {
      on: "queues",
      read: ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ListQueueTags"],
      write: ["sqs:CreateQueue", "sqs:DeleteQueue", "sqs:SetQueueAttributes", "sqs:TagQueue", "sqs:UntagQueue"],
    },
  ],
  aws_sqs_queue_policy: [{ on: "queues", read: ["sqs:GetQueueAttributes"], write: ["sqs:SetQueueAttributes"] }],
  aws_sqs_queue_redrive_allow_policy: [
    { on: "queues", read: ["sqs:GetQueueAttributes"], write: ["sqs:SetQueueAttributes"] },
  ],
  aws_dynamodb_table: [
    {
      on: "tables",
      read: [
        "dynamodb:DescribeContinuousBackups",
        "dynamodb:DescribeTable",
        "dynamodb:DescribeTimeToLive",
        "dynamodb:ListTagsOfResource",
      ],
      write: [
        "dynamodb:CreateTable",
        "dynamodb:DeleteTable",
        "dynamodb:TagResource",
        "dynamodb:UntagResource",
        "dynamodb:UpdateContinuousBackups",
        "dynamodb:UpdateTable",
        "dynamodb:UpdateTimeToLive",
      ],
    },
    { on: "keys", write: ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"] },
  ],
};
