/** How long the work on one record may take. */
@NullMarked
package io.keeling.runtime.deadline;

import org.jspecify.annotations.NullMarked;
