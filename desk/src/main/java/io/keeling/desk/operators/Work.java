package io.keeling.desk.operators;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far work in bulk is.
 *
 * @param stages how much waits before each step, in the order of the flow
 * @param imports those that were begun and are not at their end, whether or not one runs now
 * @param commands reprocessing and replays that run, or were cut short in the last week
 */
public record Work(List<Stage> stages, List<Import> imports, List<Command> commands) {

  public Work {
    stages = List.copyOf(stages);
    imports = List.copyOf(imports);
    commands = List.copyOf(commands);
  }

  /**
   * A command in bulk.
   *
   * @param name {@code reprocess-articles}, {@code reprocess-pages} or {@code replay}
   * @param done articles, pages or letters that are done
   * @param at when it last said so, some seconds ago where it runs
   */
  public record Command(String name, long done, Instant at) {}

  /**
   * A step.
   *
   * @param name pages, articles or rows
   * @param waiting records that wait before it; none while nobody has read there yet
   */
  public record Stage(String name, @Nullable Long waiting) {}

  /**
   * An import.
   *
   * @param id of its inputs and source
   * @param pages pages sent so far
   * @param position how far it is in the file that it reads, in bytes
   * @param size the size of that file
   */
  public record Import(String id, long pages, long position, long size) {

    /** The same in percent of the file. */
    public int percent() {
      return size <= 0 ? 100 : (int) Math.min(100, 100 * position / size);
    }
  }
}
