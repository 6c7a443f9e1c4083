/** What a search index can be asked, whichever engine answers. */
@NullMarked
package io.keeling.search;

import org.jspecify.annotations.NullMarked;
