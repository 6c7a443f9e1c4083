package io.keeling.contract.streams;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Says which record a processor begins and finishes, and leaves the work to it. Belongs to one
 * stream task.
 */
final class WatchedProcessor<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {

  private final Processor<KIn, VIn, KOut, VOut> processor;
  private final Consumer<RecordMetadata> begins;
  private final Consumer<RecordMetadata> finishes;
  private ProcessorContext<KOut, VOut> context;

  WatchedProcessor(
      Processor<KIn, VIn, KOut, VOut> processor,
      Consumer<RecordMetadata> begins,
      Consumer<RecordMetadata> finishes) {
    this.processor = processor;
    this.begins = begins;
    this.finishes = finishes;
  }

  @Override
  public void init(ProcessorContext<KOut, VOut> context) {
    this.context = context;
    processor.init(context);
  }

  @Override
  public void process(Record<KIn, VIn> input) {
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
