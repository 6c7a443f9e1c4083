package io.keeling.bench.memory;

/**
 * What a role's process held at a moment.
 *
 * @param resident its resident set, in kB ({@code VmRSS} in {@code /proc/PID/status})
 * @param heap the least that a collection of garbage left in its heap since the last look, in kB;
 *     where there was none, what the one before it left
 */
record RoleMemory(long resident, long heap) {}
