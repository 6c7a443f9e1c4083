package io.keeling.newsroom.expect;

/** What a pipeline must make of one address that the press links to. */
public sealed interface Expectation permits Stored, DeadLettered {

  /** The outlet's id. */
  String outletId();

  /** The address as feeds and pages link to it, without tracking parameters. */
  String url();
}
