/** Creates threads and waits for them. */
@NullMarked
package io.keeling.runtime.thread;

import org.jspecify.annotations.NullMarked;
