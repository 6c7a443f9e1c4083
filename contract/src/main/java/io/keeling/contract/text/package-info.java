/** Text without what no store can hold. */
@NullMarked
package io.keeling.contract.text;

import org.jspecify.annotations.NullMarked;
