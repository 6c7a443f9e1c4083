/** Limits on the use of the index: processor time per request, and turns among requests. */
@NullMarked
package io.keeling.search.budget;

import org.jspecify.annotations.NullMarked;
