/** Trains and scores the models of names and topics; never needed at run time. */
@NullMarked
package io.keeling.models.training;

import org.jspecify.annotations.NullMarked;
