package io.keeling.enrich.topology;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/**
 * Makes a dead letter of a record that the broker will never take, and stops the thread for every
 * other failure, so that it starts again from the last transaction. Made by Streams for each
 * thread.
 *
 * <p>Records are measured before they are written, so a broker with Keeling's settings refuses
 * none; this is for one with smaller limits.
 */
public final class UnwritableRecords implements ProductionExceptionHandler {

  private DeadLetterWriter writer = DeadLetterWriter.of(Map.of());

  @Override
  public void configure(Map<String, ?> configuration) {
    writer = DeadLetterWriter.of(configuration);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> output, Exception exception) {
    if (exception instanceof RecordTooLargeException) {
      return Response.resume(
          writer.write(
              context,
              output.key(),
              context.sourceRawValue(),
              "too-large",
              "the broker takes no record of this size in " + output.topic(),
              exception));
    }
    return Response.fail();
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface's own signature
  public Response handleSerializationError(
      ErrorHandlerContext context,
      ProducerRecord output,
      Exception exception,
      SerializationExceptionOrigin origin) {
    return Response.resume(
        writer.write(
            context,
            context.sourceRawKey(),
            context.sourceRawValue(),
            "unwritable",
            "cannot write a record of " + output.topic(),
            exception));
  }
}
