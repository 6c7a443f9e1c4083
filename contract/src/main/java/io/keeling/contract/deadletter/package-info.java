/** A record that could not be processed, and where it came from. */
@NullMarked
package io.keeling.contract.deadletter;

import org.jspecify.annotations.NullMarked;
