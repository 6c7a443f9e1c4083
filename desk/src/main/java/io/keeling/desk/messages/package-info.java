/** The texts of the pages, in every language of the desk. */
@NullMarked
package io.keeling.desk.messages;

import org.jspecify.annotations.NullMarked;
