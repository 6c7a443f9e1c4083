/** Requests for articles, as parameters and as search words. */
@NullMarked
package io.keeling.search.query;

import org.jspecify.annotations.NullMarked;
