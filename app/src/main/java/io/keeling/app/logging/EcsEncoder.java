package io.keeling.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonGenerator;
import io.keeling.app.build.Build;
import io.keeling.app.terminal.Printable;
import io.keeling.contract.serde.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * Writes a log event as one JSON object on a line, with the field names of the Elastic Common
 * Schema. Threads may share it.
 *
 * <p>The encoders of Elastic and of logback are not used, as they write an exception's message,
 * which may be text from the web; this one writes the exception as reduced by {@link
 * StackOfClasses}. {@code labels.event} is the message without its values, by which lines of one
 * kind can be found.
 */
final class EcsEncoder extends EncoderBase<ILoggingEvent> {

  /** Version of the Elastic Common Schema. */
  private static final String ECS = "8.11.0";

  private static final byte[] NOTHING = {};

  private final String version = Build.version();
  private final StackOfClasses stack = new StackOfClasses();

  @Override
  public byte[] encode(ILoggingEvent event) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.MAPPER.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("@timestamp", Instant.ofEpochMilli(event.getTimeStamp()).toString());
      json.writeStringField("log.level", event.getLevel().toString());
      json.writeStringField("message", Printable.line(String.valueOf(event.getFormattedMessage())));
      json.writeStringField("ecs.version", ECS);
      json.writeStringField("service.name", "keeling");
      json.writeStringField("service.version", version);
      json.writeStringField("process.thread.name", event.getThreadName());
      json.writeStringField("log.logger", event.getLoggerName());
      json.writeStringField("labels.event", Printable.line(String.valueOf(event.getMessage())));
      IThrowableProxy thrown = event.getThrowableProxy();
      if (thrown != null) {
        json.writeStringField("error.type", thrown.getClassName());
        json.writeStringField("error.stack_trace", stack.convert(event));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // cannot happen: it writes to memory only
    }
    line.write('\n');
    return line.toByteArray();
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }
}
