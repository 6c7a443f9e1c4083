package io.keeling.contract.streams;

import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** As {@link WatchedProcessor}, of a processor that keeps keys. Belongs to one stream task. */
final class WatchedFixedKeyProcessor<KIn, VIn, VOut> implements FixedKeyProcessor<KIn, VIn, VOut> {

  private final FixedKeyProcessor<KIn, VIn, VOut> processor;
  private final Consumer<RecordMetadata> begins;
  private FixedKeyProcessorContext<KIn, VOut> context;

  WatchedFixedKeyProcessor(
      FixedKeyProcessor<KIn, VIn, VOut> processor, Consumer<RecordMetadata> begins) {
    this.processor = processor;
    this.begins = begins;
  }

  @Override
  public void init(FixedKeyProcessorContext<KIn, VOut> context) {
    this.context = context;
    processor.init(context);
  }

  @Override
  public void process(FixedKeyRecord<KIn, VIn> input) {
    context.recordMetadata().ifPresent(begins);
    processor.process(input);
  }

  @Override
  public void close() {
    processor.close();
  }
}
