/** How the records of the contract are written and read. */
@NullMarked
package io.keeling.contract.serde;

import org.jspecify.annotations.NullMarked;
