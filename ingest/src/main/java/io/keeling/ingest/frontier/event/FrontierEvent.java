package io.keeling.ingest.frontier.event;

/** An event that the frontier of a host reacts to. */
public sealed interface FrontierEvent permits SourceChanged, LinkFound, PageRead {

  /** Calls the method of the handler for this kind of event. */
  void handle(String host, Handler handler);

  /** Reacts to every kind of event. */
  interface Handler {

    void sourceChanged(String host, SourceChanged change);

    void linkFound(String host, LinkFound link);

    void pageRead(String host, PageRead read);
  }
}
