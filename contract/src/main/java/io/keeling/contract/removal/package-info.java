/** Takedowns of articles. */
@NullMarked
package io.keeling.contract.removal;

import org.jspecify.annotations.NullMarked;
