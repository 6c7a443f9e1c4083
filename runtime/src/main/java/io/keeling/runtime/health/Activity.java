package io.keeling.runtime.health;

/**
 * A snapshot of a worker's state.
 *
 * @param worker a thread, a task or a group membership; its name stays the same while {@code done}
 *     continues
 * @param busy whether it has any work
 * @param done any number that changes when work is finished
 * @param at the worker's current topic, partition and offset, never content
 */
public record Activity(String worker, boolean busy, long done, String at) {}
