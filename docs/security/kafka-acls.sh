#!/usr/bin/env bash
# Gives each role of Keeling, one principal each, the rights on Kafka that it needs, and no other.
#
#   docs/security/kafka-acls.sh --bootstrap-server kafka:9093 --command-config admin.properties
#
# Arguments go to Kafka's kafka-acls.sh, which must be on the PATH. Running it again changes nothing.
# SecuredPipelineIT runs this file and then every role with these rights and no others.
set -euo pipefail
connection=("$@")

allow() { # ROLE OPTIONS...
  local role=$1
  shift
  kafka-acls.sh "${connection[@]}" --add --allow-principal "User:keeling-$role" "$@"
}

# Ingest, enrich and sink each create the topics of the contract that they use.
# If an administrator has created them, leave out Create.

# --- ingest: sources -> fetches -> pages -> articles
allow ingest --topic keeling.sources --operation Create --operation DescribeConfigs --operation Read --operation Write
allow ingest --topic keeling.fetches --operation Create --operation DescribeConfigs --operation Read --operation Write
allow ingest --topic keeling.pages --operation Create --operation DescribeConfigs --operation Read --operation Write
allow ingest --topic keeling.removals --operation Create --operation DescribeConfigs --operation Read
allow ingest --topic keeling.articles --operation Create --operation DescribeConfigs --operation Write
allow ingest --topic keeling.dead-letters --operation Create --operation DescribeConfigs --operation Write
# Its own topics: state, repartitioning (Kafka Streams deletes what it has read), WebSub's secrets.
allow ingest --topic keeling-ingest- --resource-pattern-type prefixed --operation Create --operation DescribeConfigs --operation Read --operation Write --operation Delete
allow ingest --group keeling-ingest --operation Read
allow ingest --group keeling-fetcher --operation Read
allow ingest --transactional-id keeling-ingest- --resource-pattern-type prefixed --operation Write

# --- enrich: articles -> enriched.
allow enrich --topic keeling.articles --operation Create --operation DescribeConfigs --operation Read
allow enrich --topic keeling.corrections --operation Create --operation DescribeConfigs --operation Read
allow enrich --topic keeling.enriched --operation Create --operation DescribeConfigs --operation Write
allow enrich --topic keeling.dead-letters --operation Create --operation DescribeConfigs --operation Write
allow enrich --topic keeling-enrich- --resource-pattern-type prefixed --operation Create --operation Read --operation Write --operation Delete
allow enrich --group keeling-enrich --operation Read
allow enrich --transactional-id keeling-enrich- --resource-pattern-type prefixed --operation Write

# --- sink: enriched -> PostgreSQL
allow sink --topic keeling.enriched --operation Create --operation DescribeConfigs --operation Read
allow sink --topic keeling.dead-letters --operation Create --operation DescribeConfigs --operation Write
allow sink --group keeling-sink --operation Read

# --- desk: enriched -> its search index, in no group; and saved searches, all desks in one; what editors say of tags
allow desk --topic keeling.enriched --operation Read
allow desk --topic keeling.corrections --operation Read --operation Write
allow desk --group keeling-desk-alerts --operation Read
# For operators at the desk; if one of these is missing, its page says so and all else works. Whoever may write fetches and pages can
# have their own pages read: without these two rights, only the command replays dead letters. Letters of tagging and storing are left
# to the command here, since their replay needs the right to write keeling.articles, and so to put any article in.
allow desk --topic keeling.sources --operation Read --operation Write
allow desk --topic keeling-ingest-frontier-sources-changelog --operation Read
allow desk --topic keeling.dead-letters --operation Read
allow desk --topic keeling.fetches --operation Write
allow desk --topic keeling.pages --operation Write
allow desk --topic keeling.removals --operation Describe
allow desk --topic keeling.articles --operation Describe
allow desk --topic keeling-ingest- --resource-pattern-type prefixed --operation Describe
allow desk --topic keeling-enrich- --resource-pattern-type prefixed --operation Describe
allow desk --group keeling-fetcher --operation Describe
allow desk --group keeling-ingest --operation Describe
allow desk --group keeling-enrich --operation Describe
allow desk --group keeling-import- --resource-pattern-type prefixed --operation Describe
allow desk --group keeling-work- --resource-pattern-type prefixed --operation Describe
allow desk --group keeling-backup --operation Describe

# --- operator: the commands sources, import, articles, corrections, trace, backup, dead-letters and reprocess
allow operator --topic keeling.sources --operation Read --operation Write
allow operator --topic keeling.fetches --operation Read --operation Write
allow operator --topic keeling.pages --operation Read --operation Write
allow operator --topic keeling.removals --operation Read --operation Write
allow operator --topic keeling.corrections --operation Read --operation Write
allow operator --topic keeling.articles --operation Read --operation Write
allow operator --topic keeling.enriched --operation Read --operation Write
allow operator --topic keeling.dead-letters --operation Read
allow operator --topic keeling-ingest-frontier-sources-changelog --operation Read
allow operator --topic keeling-ingest-source-yields-changelog --operation Read
# How much waits in the topics between the steps of ingest and enrich, for imports and reprocessing.
allow operator --topic keeling-ingest- --resource-pattern-type prefixed --operation Describe
allow operator --topic keeling-enrich- --resource-pattern-type prefixed --operation Describe
allow operator --group keeling-ingest --operation Describe
allow operator --group keeling-enrich --operation Describe
allow operator --group keeling-import- --resource-pattern-type prefixed --operation Read --operation Delete
allow operator --group keeling-work- --resource-pattern-type prefixed --operation Read --operation Delete
allow operator --group keeling-backup --operation Read
allow operator --transactional-id keeling-reprocess --resource-pattern-type prefixed --operation Write

# --- consumer: whoever subscribes, in the group of the examples or one that begins with consumer-. It may read the topics of docs/consumers.md.
# keeling.pages and internal topics stay closed, but a dead letter holds its page: leave it out if pages are not for all.
allow consumer --topic keeling.articles --operation Read
allow consumer --topic keeling.enriched --operation Read
allow consumer --topic keeling.removals --operation Read
allow consumer --topic keeling.corrections --operation Read
allow consumer --topic keeling.dead-letters --operation Read
allow consumer --group my-desk --operation Read
allow consumer --group consumer- --resource-pattern-type prefixed --operation Read
