/** Matches new articles with saved searches and writes alerts. */
@NullMarked
package io.keeling.desk.saved.match;

import org.jspecify.annotations.NullMarked;
