package io.keeling.app.environment;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test class beside which no other such class of this build runs, where failsafe forks several
 * JVMs: it starts so many processes that two would keep each other from their limits, or a compose
 * project, of which each has the same network.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OneAtATime.Turn.class)
public @interface OneAtATime {

  /** Holds a file locked while the class runs. */
  final class Turn implements BeforeAllCallback, AfterAllCallback {

    private static final Path FILE = Path.of("target", "one-at-a-time.lock");

    private FileChannel channel;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
      channel = FileChannel.open(FILE, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var unused = channel.lock();
    }

    /** Gives the turn to the next. */
    @Override
    public void afterAll(ExtensionContext context) throws IOException {
      channel.close();
    }
  }
}
