/** What asking the index may take: processor time of one request, and turns among requests. */
@NullMarked
package io.keeling.search.budget;

import org.jspecify.annotations.NullMarked;
