/** The headers of records. */
@NullMarked
package io.keeling.contract.header;

import org.jspecify.annotations.NullMarked;
