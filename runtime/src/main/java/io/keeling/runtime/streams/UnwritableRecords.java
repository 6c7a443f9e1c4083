package io.keeling.runtime.streams;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/**
 * Makes a dead letter of what led to a record that cannot be written as bytes, and stops the thread
 * where the broker does not take a record. Made by Streams for each thread.
 */
public final class UnwritableRecords extends DeadLetterHandler
    implements ProductionExceptionHandler {

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> output, Exception exception) {
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
        letters.write(
            context,
            context.sourceRawKey(),
            context.sourceRawValue(),
            null,
            "unwritable",
            exception));
  }
}
