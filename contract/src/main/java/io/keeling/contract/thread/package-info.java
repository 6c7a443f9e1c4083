/** Waiting for what other threads do. */
@NullMarked
package io.keeling.contract.thread;

import org.jspecify.annotations.NullMarked;
