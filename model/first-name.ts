/** A team, and the name that it was first deployed under if it has another one now. */
export interface Renamed {
  readonly name: string;
  readonly formerly?: string | undefined;
}

/**
 * Name that a team was first deployed under. What holds something of the team bears it, and Terraform addresses begin with
 * it: both outlive a change of the team's name.
 */
export const firstName = ({ name, formerly }: Renamed): string => formerly ?? name;
