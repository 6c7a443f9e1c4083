/** Waiting for what other threads do. */
@NullMarked
package io.keeling.runtime.thread;

import org.jspecify.annotations.NullMarked;
