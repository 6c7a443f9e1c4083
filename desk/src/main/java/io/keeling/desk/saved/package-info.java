/** Searches that editors save by name. */
@NullMarked
package io.keeling.desk.saved;

import org.jspecify.annotations.NullMarked;
