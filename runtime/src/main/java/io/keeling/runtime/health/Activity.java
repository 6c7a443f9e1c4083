package io.keeling.runtime.health;

/**
 * A snapshot of a worker's state.
 *
 * @param worker a thread, a task or a group membership; it keeps its name as long as {@code done}
 *     counts on
 * @param busy whether it has any work
 * @param done a number that changes whenever work is finished
 * @param at its current topic, partition and offset, never content
 */
public record Activity(String worker, boolean busy, long done, String at) {}
