/** Digests of bytes. */
@NullMarked
package io.keeling.contract.digest;

import org.jspecify.annotations.NullMarked;
