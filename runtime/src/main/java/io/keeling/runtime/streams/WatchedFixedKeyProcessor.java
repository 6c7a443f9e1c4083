package io.keeling.runtime.streams;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** The {@link WatchedProcessor} of a processor that keeps keys. Belongs to one stream task. */
final class WatchedFixedKeyProcessor<KIn, VIn, VOut> implements FixedKeyProcessor<KIn, VIn, VOut> {

  private final FixedKeyProcessor<KIn, VIn, VOut> processor;
  private final BiConsumer<Optional<RecordMetadata>, Runnable> watch;
  private FixedKeyProcessorContext<KIn, VOut> context;

  WatchedFixedKeyProcessor(
      FixedKeyProcessor<KIn, VIn, VOut> processor,
      BiConsumer<Optional<RecordMetadata>, Runnable> watch) {
    this.processor = processor;
    this.watch = watch;
  }

  @Override
  public void init(FixedKeyProcessorContext<KIn, VOut> context) {
    this.context = context;
    processor.init(context);
  }

  @Override
  public void process(FixedKeyRecord<KIn, VIn> input) {
    CommitPace.ofThread().working(context);
    watch.accept(context.recordMetadata(), () -> processor.process(input));
  }

  @Override
  public void close() {
    processor.close();
  }
}
