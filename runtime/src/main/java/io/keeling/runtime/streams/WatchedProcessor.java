package io.keeling.runtime.streams;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** A processor that reports the beginning and end of each record. Belongs to one stream task. */
final class WatchedProcessor<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {

  private final Processor<KIn, VIn, KOut, VOut> processor;
  private final BiConsumer<Optional<RecordMetadata>, Runnable> watch;
  private ProcessorContext<KOut, VOut> context;

  WatchedProcessor(
      Processor<KIn, VIn, KOut, VOut> processor,
      BiConsumer<Optional<RecordMetadata>, Runnable> watch) {
    this.processor = processor;
    this.watch = watch;
  }

  @Override
  public void init(ProcessorContext<KOut, VOut> context) {
    this.context = context;
    processor.init(context);
  }

  @Override
  public void process(Record<KIn, VIn> input) {
    CommitPace.ofThread().working(context);
    watch.accept(context.recordMetadata(), () -> processor.process(input));
  }

  @Override
  public void close() {
    processor.close();
  }
}
