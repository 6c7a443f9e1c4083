package io.keeling.desk.operators;

import io.keeling.contract.deadletter.DeadLetter;
import io.keeling.contract.source.Source;
import java.util.List;
import java.util.Optional;

/** The operations of a desk without the rest of Keeling. */
final class NoOperations implements Operations {

  private static OperationException none() {
    return new OperationException("this desk runs without the rest of Keeling");
  }

  @Override
  public List<WatchedSource> sources() {
    throw none();
  }

  @Override
  public Preview preview(String address) {
    throw none();
  }

  @Override
  public void add(Source source) {
    throw none();
  }

  @Override
  public boolean remove(String id) {
    throw none();
  }

  @Override
  public boolean pause(String id, boolean paused) {
    throw none();
  }

  @Override
  public DeadLetterList letters(Optional<DeadLetterKind> kind) {
    throw none();
  }

  @Override
  public Optional<DeadLetter> letter(DeadLetterId id) {
    throw none();
  }

  @Override
  public String content(DeadLetter letter) {
    throw none();
  }

  @Override
  public void replay(DeadLetter letter) {
    throw none();
  }

  @Override
  public Work work() {
    throw none();
  }
}
