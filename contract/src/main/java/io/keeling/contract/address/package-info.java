/** Which addresses of the network may be asked at all. */
@NullMarked
package io.keeling.contract.address;

import org.jspecify.annotations.NullMarked;
