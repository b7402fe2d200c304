package quietstories.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quietstories.json.Json;

/** What each operator means, case by case: expression, data, value. */
class JsonLogicTableTest {

  private static void check(String logic, String data, String expected) {
    Json value = JsonLogic.compile(Parsed.json(logic)).evaluate(Parsed.json(data));
    assertThat(value).as(logic).isEqualTo(Parsed.json(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'==':[1,'1']} | true",
        "{'==':[1,1.0]} | true",
        "{'==':[0,false]} | true",
        "{'==':['',0]} | true",
        "{'==':[' 3 ',3]} | true",
        "{'==':['0x1F',31]} | true",
        "{'==':['1e3',1000]} | true",
        "{'==':['abc',0]} | false",
        "{'==':[null,0]} | false",
        "{'==':[null,false]} | false",
        "{'==':[null,null]} | true",
        "{'==':[[1],1]} | true",
        "{'==':[[1,2],'1,2']} | true",
        "{'==':[[],'']} | true",
        "{'==':[[],0]} | true",
        "{'==':[[1],[1]]} | false",
        "{'==':[[],[]]} | false",
        "{'==':[{'var':'list'},{'var':'list'}]} | true",
        "{'===':[{'var':'list'},{'var':'list'}]} | true",
        "{'!==':[{'var':'list'},{'var':'list'}]} | false",
        "{'==':[{'var':[]},{'var':''}]} | true",
        "{'!=':[{'var':'list'},{'var':['list']}]} | false",
        "{'===':[1,'1']} | false",
        "{'===':[1,1.0]} | true",
        "{'===':[null]} | false",
        "{'==':[null]} | true",
        "{'!=':[1,'1']} | false",
        "{'!==':[1,'1']} | true",
        "{'<':[1,2]} | true",
        "{'<':[1,2,3]} | true",
        "{'<':[1,3,3]} | false",
        "{'<=':[1,3,3]} | true",
        "{'<=':[4,3,9]} | false",
        "{'>':[2,1]} | true",
        "{'>':[3,2,9]} | true",
        "{'>=':[1,'1']} | true",
        "{'<':['10','9']} | true",
        "{'<':['10',9]} | false",
        "{'<':['abc',1]} | false",
        "{'>=':['abc',1]} | false",
        "{'<':[null,1]} | true",
        "{'<=':[null,0]} | true",
        "{'<':[1]} | false",
        "{'<':[[2],3]} | true"
      })
  void comparisonsCoerceAsJavaScriptDoes(String logic, String expected) {
    check(logic, "{'list':[1]}", expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'!':[true]} | false",
        "{'!':true} | false",
        "{'!':[]} | true",
        "{'!':[[]]} | true",
        "{'!!':[[]]} | false",
        "{'!!':[[0]]} | true",
        "{'!!':'0'} | true",
        "{'!!':''} | false",
        "{'!!':0} | false",
        "{'!!':null} | false",
        "{'!!':[{'p':1,'q':2}]} | true",
        "{'and':[true,3]} | 3",
        "{'and':['',3]} | ''",
        "{'and':[1,[],3]} | []",
        "{'and':[]} | null",
        "{'or':[0,'a',true]} | 'a'",
        "{'or':[0,'',null]} | null",
        "{'or':[]} | null",
        "{'if':[true,1,2]} | 1",
        "{'if':[false,1,2]} | 2",
        "{'if':[false,1,true,2,3]} | 2",
        "{'if':[false,1,false,2,3]} | 3",
        "{'if':[false,1,false,2]} | null",
        "{'if':['x']} | 'x'",
        "{'if':'x'} | 'x'",
        "{'if':[]} | null",
        "{'?:':[[],1,2]} | 2",
        "{'if':['0',1,2]} | 1"
      })
  void choicesGiveTheOperandThatDecided(String logic, String expected) {
    check(logic, "null", expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'+':[1,2,3]} | 6",
        "{'+':'3.14'} | 3.14",
        "{'+':['3.5abc',1]} | 4.5",
        "{'+':[]} | 0",
        "{'+':['x']} | null",
        "{'+':[1,null]} | null",
        "{'+':[true]} | null",
        "{'+':[[5,6]]} | 5",
        "{'-':[5]} | -5",
        "{'-':'5'} | -5",
        "{'-':['5','2']} | 3",
        "{'-':[]} | null",
        "{'-':[null,1]} | -1",
        "{'*':[2,3,'4']} | 24",
        "{'*':['7']} | '7'",
        "{'*':[]} | 1",
        "{'/':[1,4]} | 0.25",
        "{'/':[1,0]} | null",
        "{'/':[0,0]} | null",
        "{'/':['6','3']} | 2",
        "{'%':[7,3]} | 1",
        "{'%':[-7,3]} | -1",
        "{'%':[7,-3]} | 1",
        "{'%':[5.5,2]} | 1.5",
        "{'%':[1,0]} | null",
        "{'min':[3,'1',2]} | 1",
        "{'max':[3,'10',2]} | 10",
        "{'max':[true,null]} | 1",
        "{'max':[]} | null",
        "{'min':[1,'x']} | null",
        "{'+':[0.1,0.2]} | 0.30000000000000004",
        "{'*':[1e308,10]} | null"
      })
  void arithmeticHasAnAnswerForEverything(String logic, String expected) {
    check(logic, "null", expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'cat':['a','b']} | 'ab'",
        "{'cat':'a'} | 'a'",
        "{'cat':[]} | ''",
        "{'cat':['n',1,true,null]} | 'n1true'",
        "{'cat':[1.0,' ',0.5]} | '1 0.5'",
        "{'cat':[1e21]} | '1e+21'",
        "{'cat':[100000000000000000000]} | '100000000000000000000'",
        "{'cat':[1e-7]} | '1e-7'",
        "{'cat':[0.000001]} | '0.000001'",
        "{'cat':[-1.5e-9]} | '-1.5e-9'",
        "{'cat':[123456789.125]} | '123456789.125'",
        "{'cat':[[1,[2,null,3]]]} | '1,2,,3'",
        "{'cat':[{'p':1,'q':2}]} | '[object Object]'",
        "{'substr':['jsonlogic',4]} | 'logic'",
        "{'substr':['jsonlogic',-5]} | 'logic'",
        "{'substr':['jsonlogic',0,4]} | 'json'",
        "{'substr':['jsonlogic',-5,2]} | 'lo'",
        "{'substr':['jsonlogic',4,-2]} | 'log'",
        "{'substr':['jsonlogic',-5,-2]} | 'log'",
        "{'substr':['jsonlogic',-50,4]} | 'json'",
        "{'substr':['jsonlogic',50]} | ''",
        "{'substr':['jsonlogic',4,'-2']} | ''",
        "{'substr':['jsonlogic',4,'2']} | 'lo'",
        "{'substr':['jsonlogic',0,-50]} | ''",
        "{'substr':[12345,1,2]} | '23'",
        "{'in':['logic','jsonlogic']} | true",
        "{'in':['','abc']} | true",
        "{'in':['a','']} | false",
        "{'in':[1,'a1']} | true",
        "{'in':[1,[1,2]]} | true",
        "{'in':['1',[1,2]]} | false",
        "{'in':['a',null]} | false",
        "{'in':['a']} | false",
        "{'in':[[1],[[1]]]} | false",
        "{'log':'apple'} | 'apple'"
      })
  void textIsJoinedAndCutAsJavaScriptDoes(String logic, String expected) {
    check(logic, "null", expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'var':'a'} | {'a':1} | 1",
        "{'var':['a']} | {'a':1} | 1",
        "{'var':['z',9]} | {'a':1} | 9",
        "{'var':'z'} | {'a':1} | null",
        "{'var':['a',9]} | {'a':null} | null",
        "{'var':['a.b',9]} | {'a':null} | 9",
        "{'var':'a.b.c'} | {'a':{'b':{'c':3}}} | 3",
        "{'var':1} | ['x','y'] | 'y'",
        "{'var':'1'} | ['x','y'] | 'y'",
        "{'var':'a.1'} | {'a':[4,5]} | 5",
        "{'var':'a.01'} | {'a':[4,5]} | null",
        "{'var':'a.length'} | {'a':[4,5]} | 2",
        "{'var':''} | 7 | 7",
        "{'var':[]} | 7 | 7",
        "{'var':null} | 7 | 7",
        "{'var':[null]} | 7 | 7",
        "{'var':'a'} | null | null",
        "{'var':['a',{'var':'b'}]} | {'b':4} | 4",
        "{'var':{'cat':['a','.','b']}} | {'a':{'b':2}} | 2",
        "{'var':{'var':'name'}} | {'name':'x','x':5} | 5",
        "{'missing':['a','b']} | {'a':1} | ['b']",
        "{'missing':[['a','b']]} | {'a':1} | ['b']",
        "{'missing':'a'} | {'a':1} | []",
        "{'missing':[]} | {} | []",
        "{'missing':['a']} | {'a':''} | ['a']",
        "{'missing':['a']} | {'a':0} | []",
        "{'missing':{'merge':['a',{'var':'more'}]}} | {'more':['b','c'],'b':1} | ['a','c']",
        "{'missing_some':[1,['a','b','c']]} | {'a':1} | []",
        "{'missing_some':[2,['a','b','c']]} | {'a':1} | ['b','c']"
      })
  void placesAreReadByNameByIndexAndWithDefaults(String logic, String data, String expected) {
    check(logic, data, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'map':[{'var':'l'},{'*':[{'var':''},2]}]} | [2,4,6]",
        "{'map':[{'var':'none'},{'var':''}]} | []",
        "{'map':[{'var':'l'}]} | [null,null,null]",
        "{'map':[{'var':'o'},{'var':'q'}]} | [1,2]",
        "{'filter':[{'var':'l'},{'>=':[{'var':''},2]}]} | [2,3]",
        "{'filter':[5,true]} | []",
        "{'reduce':[{'var':'l'},{'+':[{'var':'current'},{'var':'accumulator'}]},0]} | 6",
        "{'reduce':[{'var':'l'},{'var':'current'}]} | 3",
        "{'reduce':[null,{'var':'current'},7]} | 7",
        "{'reduce':[[],{'var':'current'},{'var':'l.0'}]} | 1",
        "{'all':[{'var':'l'},{'>':[{'var':''},0]}]} | true",
        "{'all':[{'var':'l'},{'>':[{'var':''},1]}]} | false",
        "{'all':[[],true]} | false",
        "{'none':[[],true]} | true",
        "{'none':[{'var':'l'},{'>':[{'var':''},2]}]} | false",
        "{'some':[[],true]} | false",
        "{'some':[{'var':'o'},{'==':[{'var':'q'},2]}]} | true",
        "{'merge':[[1],2,[[3]]]} | [1,2,[3]]",
        "{'merge':[]} | []",
        "[1,{'var':'l.0'},{'+':[1,1]}] | [1,1,2]",
        "{'p':1,'q':{'var':'l'}} | {'p':1,'q':{'var':'l'}}",
        "{} | {}",
        "'apple' | 'apple'"
      })
  void listsAreTakenElementByElement(String logic, String expected) {
    check(logic, "{'l':[1,2,3],'o':[{'q':1},{'q':2}]}", expected);
  }
}
