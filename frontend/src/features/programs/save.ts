import { graphql, readFragment } from '../../gql'
import type { RuleFragment, SaveProgramMutationVariables } from '../../gql/graphql'
import { request } from '../../lib/api'
import { refuseChanged } from '../../lib/refuseChanged'
import { programCard, rule } from './fragments'
import { ruleDrafts, ruleInputs } from './rules'

const saveMutation = graphql(`
  mutation SaveProgram($id: ID, $name: String!, $isDefault: Boolean!, $rules: [CommissionRuleInput!]!) {
    saveCommissionProgram(id: $id, name: $name, isDefault: $isDefault, rules: $rules) {
      program {
        name
      }
      userErrors {
        message
        field
      }
    }
  }
`)

const currentQuery = graphql(`
  query CurrentPrograms {
    commissionPrograms {
      ...ProgramCard
    }
  }
`)

/** A program as a page shows it; without an id it is to be added. */
export interface ProgramDraft {
  id?: string
  name: string
  isDefault: boolean
  rules: readonly RuleFragment[]
}

/** Adds a program, or changes the one that is shown, unless it is another by now. */
export async function saveProgram(shown: ProgramDraft, input: SaveProgramMutationVariables) {
  if (shown.id) refuseChanged(await currentProgram(shown.id), inputOf(shown), input)
  return (await request(saveMutation, input)).saveCommissionProgram
}

/** The arguments that would save a program as it is. */
export function inputOf({ id, name, isDefault, rules }: ProgramDraft): SaveProgramMutationVariables {
  return { id, name, isDefault, rules: ruleInputs(ruleDrafts(rules)) }
}

async function currentProgram(id: string) {
  const programs = readFragment(programCard, (await request(currentQuery, {})).commissionPrograms)
  const found = programs.find((one) => one.id === id)
  return found && inputOf({ ...found, rules: readFragment(rule, found.rules) })
}
