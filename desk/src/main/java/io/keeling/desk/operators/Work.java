package io.keeling.desk.operators;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The backlog and the progress of bulk work. Immutable; threads may share it.
 *
 * @param stages the backlog of each stage, in the order of the flow
 * @param imports imports in progress, whether or not one runs now
 * @param commands running reprocessing and replays, and those interrupted in the last week
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
   * @param at when it last reported, some seconds ago where it runs
   */
  public record Command(String name, long done, Instant at) {}

  /**
   * A stage.
   *
   * @param name pages, articles or rows
   * @param waiting records in its backlog; none while nobody has read there yet
   */
  public record Stage(String name, @Nullable Long waiting) {}

  /**
   * An import.
   *
   * @param id of its inputs and source
   * @param pages pages sent so far
   * @param position its position in the current file, in bytes
   * @param size the size of that file
   */
  public record Import(String id, long pages, long position, long size) {

    /** The progress in percent of the file. */
    public int percent() {
      return size <= 0 ? 100 : (int) Math.min(100, 100 * position / size);
    }
  }
}
