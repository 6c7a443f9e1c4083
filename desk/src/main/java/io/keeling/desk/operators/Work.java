package io.keeling.desk.operators;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The backlog and the progress of bulk work. Immutable; threads may share it.
 *
 * @param stages the backlog of each stage, in processing order
 * @param imports unfinished imports, running or not
 * @param commands reprocessing and replays that are running, or were interrupted in the last week
 */
public record Work(List<Stage> stages, List<Import> imports, List<Command> commands) {

  public Work {
    stages = List.copyOf(stages);
    imports = List.copyOf(imports);
    commands = List.copyOf(commands);
  }

  /**
   * A bulk command.
   *
   * @param name {@code reprocess-articles}, {@code reprocess-pages} or {@code replay}
   * @param done articles, pages or letters processed
   * @param at when it last reported; a running command reported some seconds ago
   */
  public record Command(String name, long done, Instant at) {}

  /**
   * A stage.
   *
   * @param name pages, articles or rows
   * @param waiting number of records in its backlog; null if the stage has read nothing yet
   */
  public record Stage(String name, @Nullable Long waiting) {}

  /**
   * An import.
   *
   * @param id the id of its inputs and source
   * @param pages number of pages sent so far
   * @param position its position in the current file, in bytes
   * @param size the size of that file
   */
  public record Import(String id, long pages, long position, long size) {

    /** How much of the file is done, in percent. */
    public int percent() {
      return size <= 0 ? 100 : (int) Math.min(100, 100 * position / size);
    }
  }
}
