/** Articles that were taken down. */
@NullMarked
package io.keeling.contract.removal;

import org.jspecify.annotations.NullMarked;
