/**
 * What a search index and a matcher of saved searches must answer, as tests that an implementation
 * extends.
 */
@NullUnmarked
package io.keeling.search.testing;

import org.jspecify.annotations.NullUnmarked;
