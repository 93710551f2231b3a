package org.huizhu.identity.resident;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody living who cares for a resident; {@code lastDay} is set when it is known to end. */
record Carer(LocalDate birthDate, @Nullable LocalDate lastDay) {}
