/** Whether a test can run on this machine. */
@NullMarked
package io.keeling.environment;

import org.jspecify.annotations.NullMarked;
