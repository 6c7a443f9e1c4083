package io.keeling.runtime.health;

/**
 * The state of a worker, observed at one moment.
 *
 * @param worker a thread, a task or a group membership; its name stays the same while {@code done}
 *     continues
 * @param busy whether it has anything to do
 * @param done any number that changes when something is finished
 * @param at where it is: topic, partition and offset, never content
 */
public record Activity(String worker, boolean busy, long done, String at) {}
