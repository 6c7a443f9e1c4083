package io.keeling.ingest.frontier.event;

/** What the frontier of a host hears. */
public sealed interface FrontierEvent permits SourceChanged, LinkFound, PageRead {}
