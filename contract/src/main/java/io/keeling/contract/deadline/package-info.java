/** How long the work on one record may take. */
@NullMarked
package io.keeling.contract.deadline;

import org.jspecify.annotations.NullMarked;
