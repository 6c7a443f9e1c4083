package io.keeling.enrich.topology;

import io.keeling.contract.article.Article;
import io.keeling.contract.serde.ContractSerdes;
import io.keeling.contract.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Makes a dead letter of an article that a processor failed on. Made by Streams for each thread.
 */
public final class FailedArticles implements ProcessingExceptionHandler {

  private DeadLetterWriter writer = DeadLetterWriter.of(Map.of());

  @Override
  public void configure(Map<String, ?> configuration) {
    writer = DeadLetterWriter.of(configuration);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, Record<?, ?> input, Exception exception) {
    byte[] key = context.sourceRawKey();
    if (key == null && input.key() instanceof String text) {
      key = text.getBytes(StandardCharsets.UTF_8);
    }
    byte[] payload = context.sourceRawValue();
    if (payload == null && input.value() instanceof Article article) {
      payload = ContractSerdes.ARTICLE.serialize(Topics.ARTICLES.name(), article);
    }
    boolean unusable = exception instanceof UnusableArticleException;
    String reason = unusable ? ((UnusableArticleException) exception).reason() : "failed";
    // The message of an unforeseen exception may quote the article; its class and place may not.
    String message = unusable ? exception.getMessage() : "failed" + place(exception);
    return Response.resume(writer.write(context, key, payload, reason, message, exception));
  }

  private static String place(Exception exception) {
    StackTraceElement[] trace = exception.getStackTrace();
    return " with " + exception.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
