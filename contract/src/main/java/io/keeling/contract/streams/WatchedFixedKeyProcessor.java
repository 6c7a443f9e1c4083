package io.keeling.contract.streams;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** As {@link WatchedProcessor}, of a processor that keeps keys. Belongs to one stream task. */
final class WatchedFixedKeyProcessor<KIn, VIn, VOut> implements FixedKeyProcessor<KIn, VIn, VOut> {

  private final FixedKeyProcessor<KIn, VIn, VOut> processor;
  private final Consumer<RecordMetadata> begins;
  private final Consumer<RecordMetadata> finishes;
  private FixedKeyProcessorContext<KIn, VOut> context;

  WatchedFixedKeyProcessor(
      FixedKeyProcessor<KIn, VIn, VOut> processor,
      Consumer<RecordMetadata> begins,
      Consumer<RecordMetadata> finishes) {
    this.processor = processor;
    this.begins = begins;
    this.finishes = finishes;
  }

  @Override
  public void init(FixedKeyProcessorContext<KIn, VOut> context) {
    this.context = context;
    processor.init(context);
  }

  @Override
  public void process(FixedKeyRecord<KIn, VIn> input) {
    Optional<RecordMetadata> record = context.recordMetadata();
    record.ifPresent(begins);
    processor.process(input);
    record.ifPresent(finishes);
  }

  @Override
  public void close() {
    processor.close();
  }
}
