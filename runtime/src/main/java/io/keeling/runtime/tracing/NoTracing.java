package io.keeling.runtime.tracing;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Reports nothing. Thread-safe. */
final class NoTracing implements Tracing {

  @Override
  public boolean isOn() {
    return false;
  }

  @Override
  public Step first(String what, String trace) {
    return Step.NONE;
  }

  @Override
  public @Nullable String afterFirst(String trace) {
    return null;
  }

  @Override
  public Step next(String what, Headers headers, Instant began) {
    return Step.NONE;
  }

  @Override
  public Step together(String what, List<Headers> records, Instant began) {
    return Step.NONE;
  }

  @Override
  public void close() {}

  /** A step that is not reported. */
  static final class NoStep implements Step {

    @Override
    public Step about(Detail detail, @Nullable String value) {
      return this;
    }

    @Override
    public Step about(Detail detail, long value) {
      return this;
    }

    @Override
    public Step linked(@Nullable String other) {
      return this;
    }

    @Override
    public Step failed(String reason) {
      return this;
    }

    @Override
    public @Nullable String context() {
      return null;
    }

    @Override
    public void inject(Headers headers) {}

    @Override
    public void close() {}
  }
}
