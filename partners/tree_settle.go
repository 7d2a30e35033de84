package partners

import "partnerledger/models"

// settle gives every row the parent it asks for, and refuses the rows that can't have it. A refusal may take others
// along, children of a partner who is not recorded now, so it goes on until all is quiet.
func (t *tree) settle() {
	for _, r := range t.rows {
		if r.problem == nil {
			t.ask(r)
		}
	}
	for t.refuseOrphans() || t.refuseCircles() {
	}
}

var parentField = []string{"parentCode"}

func (t *tree) ask(r *row) {
	switch {
	case r.asks == nil:
	case *r.asks == "":
		r.parent = nil
	default:
		parent, found := t.nodes[fold(*r.asks)]
		if !found {
			r.refuse(models.NotFound(parentField, "there is no partner of this code, nor is one in the file"))
			return
		}
		r.parent = parent
	}
}

func (t *tree) refuseOrphans() (refused bool) {
	for _, r := range t.rows {
		if r.problem == nil && r.parent != nil && !r.parent.there() {
			r.refuse(models.NotFound(parentField, "the parent, who is in this file, can't be recorded"))
			refused = true
		}
	}
	return refused
}

func (t *tree) refuseCircles() (refused bool) {
	for _, n := range t.circles() {
		if n.row != nil && n.row.problem == nil {
			n.refuse(models.Invalid(parentField, "a partner can't stand above itself: the parents go round in a circle"))
			refused = true
		}
	}
	return refused
}

// circles returns every partner who comes back to itself, climbing from child to parent. Each partner is climbed
// through once: a climb stops where an earlier one has been, and has found a circle where it has been itself.
func (t *tree) circles() (found []*node) {
	climbs := make(map[*node]int, len(t.nodes))
	for i, r := range t.rows {
		climb, n := i+1, r.node
		for ; n != nil && climbs[n] == 0; n = n.parent {
			climbs[n] = climb
		}
		if n == nil || climbs[n] != climb {
			continue
		}
		found = append(found, n)
		for m := n.parent; m != n; m = m.parent {
			found = append(found, m)
		}
	}
	return found
}
