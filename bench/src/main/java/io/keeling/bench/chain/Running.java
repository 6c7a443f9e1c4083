package io.keeling.bench.chain;

import io.keeling.bench.chain.Chain.Waits;
import io.keeling.enrich.Enrich;
import io.keeling.ingest.Ingest;
import io.keeling.sink.Sink;

/** The roles that an article passes, all at work. */
record Running(Ingest ingest, Enrich enrich, Sink sink) implements AutoCloseable {

  static Running start(Chain chain, Waits waits) throws InterruptedException {
    return new Running(chain.ingest(waits), chain.enrich(waits), chain.sink());
  }

  @Override
  public void close() {
    ingest.close();
    enrich.close();
    sink.close();
  }
}
