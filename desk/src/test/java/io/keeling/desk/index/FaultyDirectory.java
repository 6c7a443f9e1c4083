package io.keeling.desk.index;

import io.keeling.search.IndexDirectory;
import io.keeling.search.SearchIndex;
import io.keeling.search.WritableIndex;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Indexes to which something happens before anything is applied to them. */
final class FaultyDirectory implements IndexDirectory {

  /** What happens; it may take its time, or fail. */
  @FunctionalInterface
  interface Fault {
    void happen() throws IOException, InterruptedException;
  }

  private final IndexDirectory directory;
  private volatile Fault fault = () -> {};

  FaultyDirectory(IndexDirectory directory) {
    this.directory = directory;
  }

  /** From now on this happens. */
  void happens(Fault next) {
    fault = next;
  }

  @Override
  public Opened open(String anew) throws IOException {
    Opened opened = directory.open(anew);
    WritableIndex index = faulty(opened.index());
    return new Opened() {
      @Override
      public WritableIndex index() {
        return index;
      }

      @Override
      public boolean follows(String topicId) {
        return opened.follows(topicId);
      }

      @Override
      public SearchIndex answering() {
        return opened.answering() == opened.index() ? index : opened.answering();
      }

      @Override
      public String reason() {
        return opened.reason();
      }

      @Override
      public void caughtUp() throws IOException {
        opened.caughtUp();
      }

      @Override
      public void close() throws IOException {
        opened.close();
      }
    };
  }

  @Override
  public boolean isDamage(Throwable failure) {
    return directory.isDamage(failure);
  }

  private WritableIndex faulty(WritableIndex index) {
    return (WritableIndex)
        Proxy.newProxyInstance(
            WritableIndex.class.getClassLoader(),
            new Class<?>[] {WritableIndex.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("apply")) {
                fault.happen();
              }
              try {
                return method.invoke(index, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
