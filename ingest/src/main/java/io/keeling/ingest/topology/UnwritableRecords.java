package io.keeling.ingest.topology;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/**
 * Makes a dead letter of what led to a record that the broker will never take, and stops the thread
 * at every other failure, so that it starts again from the last transaction. Made by Streams for
 * each thread.
 */
public final class UnwritableRecords implements ProductionExceptionHandler {

  private FailedRecords failed = FailedRecords.of(Map.of());

  @Override
  public void configure(Map<String, ?> configuration) {
    failed = FailedRecords.of(configuration);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> output, Exception exception) {
    if (!(exception instanceof RecordTooLargeException)) {
      return Response.fail();
    }
    return Response.resume(
        failed.letter(context, output.key(), context.sourceRawValue(), "too-large", exception));
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface's own signature
  public Response handleSerializationError(
      ErrorHandlerContext context,
      ProducerRecord output,
      Exception exception,
      SerializationExceptionOrigin origin) {
    return Response.resume(
        failed.letter(
            context, context.sourceRawKey(), context.sourceRawValue(), "unwritable", exception));
  }
}
